/** HTTP as API Gateway hands it to a function: routes, parameters, problem JSON. */
@NullMarked
package com.aisle.web;

import org.jspecify.annotations.NullMarked;
