package com.aisle.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The template deploys the routes that the API's description names, and the function knows them.
 */
class ApiRoutesTest {

  private static final Pattern ROUTE =
      Pattern.compile("Method: (\\w+), Path: \"?([^\"]+?)\"?}$", Pattern.MULTILINE);

  @Test
  void template_description_andFunction_haveTheSameRoutes() throws IOException {
    String template = Files.readString(Path.of("../../template.yaml"));
    Set<String> deployed =
        ROUTE
            .matcher(template)
            .results()
            .map(route -> route.group(1) + " " + route.group(2))
            .collect(Collectors.toSet());

    assertThat(deployed).isEqualTo(ApiSchemas.routes());
    assertThat(deployed).containsAll(SearchFunction.ROUTES);
  }
}
