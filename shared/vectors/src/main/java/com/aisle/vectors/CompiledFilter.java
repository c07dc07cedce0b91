package com.aisle.vectors;

import com.google.protobuf.Struct;

/** A filter as Pinecone takes it. Pinecone has no words for always and never. */
sealed interface CompiledFilter {

  record Always() implements CompiledFilter {}

  record Never() implements CompiledFilter {}

  record When(Struct struct) implements CompiledFilter {}
}
