package com.aisle.endtoend;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the rooms of the design: who may know whom. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("com.aisle");

  /** Each room, and the other rooms that it may use. */
  private static final Map<String, List<String>> ROOMS =
      Map.ofEntries(
          Map.entry("catalog", List.of()),
          Map.entry("text", List.of("catalog")),
          Map.entry("productformat", List.of("catalog")),
          Map.entry("storage", List.of()),
          Map.entry("messaging", List.of()),
          Map.entry("secrets", List.of()),
          Map.entry("events", List.of()),
          Map.entry("orders", List.of("events")),
          Map.entry("web", List.of()),
          Map.entry("warehouse", List.of()),
          Map.entry("embeddings", List.of("catalog", "text")),
          Map.entry("vectors", List.of("catalog")),
          Map.entry("textindex", List.of("catalog", "text", "productformat", "storage")),
          Map.entry("collect", List.of("events", "messaging", "secrets", "web")),
          Map.entry("people", List.of("events", "messaging", "secrets", "warehouse", "web")),
          Map.entry(
              "imports",
              List.of("catalog", "events", "orders", "productformat", "messaging", "storage")),
          Map.entry(
              "embedding",
              List.of(
                  "catalog",
                  "events",
                  "productformat",
                  "text",
                  "embeddings",
                  "vectors",
                  "messaging",
                  "secrets")),
          Map.entry(
              "catalogfunction",
              List.of("catalog", "productformat", "textindex", "messaging", "storage")),
          Map.entry(
              "search",
              List.of(
                  "catalog",
                  "productformat",
                  "text",
                  "embeddings",
                  "vectors",
                  "textindex",
                  "storage",
                  "events",
                  "messaging",
                  "secrets",
                  "web")),
          Map.entry("reports", List.of("catalog", "warehouse", "storage", "secrets", "web")),
          Map.entry("ingest", List.of("events", "orders", "messaging", "secrets", "warehouse")),
          Map.entry("rollups", List.of("warehouse", "secrets")),
          Map.entry("alerts", List.of("storage", "messaging", "secrets", "web")),
          Map.entry("local", List.of()));

  private static final List<String> FUNCTIONS =
      List.of(
          "imports",
          "people",
          "collect",
          "embedding",
          "catalogfunction",
          "search",
          "reports",
          "ingest",
          "rollups",
          "alerts");

  static Stream<String> rooms() {
    return ROOMS.keySet().stream().sorted();
  }

  @Test
  void everyPackage_isARoom() {
    assertThat(
            CLASSES.stream()
                .map(type -> type.getPackageName().split("\\.")[2])
                .distinct()
                .filter(room -> !room.equals("endtoend"))
                .toList())
        .containsExactlyInAnyOrderElementsOf(ROOMS.keySet());
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void room_usesOnlyWhatItMay(String room) {
    String[] allowed =
        Stream.concat(Stream.of(room), ROOMS.getOrDefault(room, List.of()).stream())
            .map(other -> "com.aisle." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("com.aisle." + room + "..")
        .should()
        .dependOnClassesThat(resideInAPackage("com.aisle..").and(not(resideInAnyPackage(allowed))))
        .check(CLASSES);
  }

  @Test
  void theDomain_knowsOnlyTheJdk() {
    classes()
        .that()
        .resideInAPackage("com.aisle.catalog..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "com.aisle.catalog..")
        .check(CLASSES);
  }

  /** Handlers and wiring speak AWS; what they call does not, so that it can be tested without. */
  @Test
  void services_knowNoAwsType() {
    noClasses()
        .that()
        .resideInAnyPackage(
            FUNCTIONS.stream().map(f -> "com.aisle." + f + "..").toArray(String[]::new))
        .and()
        .haveSimpleNameNotEndingWith("Handler")
        .and()
        .haveSimpleNameNotEndingWith("Application")
        .and()
        .haveSimpleNameNotEndingWith("Wiring")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.amazonaws..", "software.amazon..")
        .check(CLASSES);
  }

  @Test
  void fakes_stayInTests() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..testing..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.aisle..testing..")
        .check(CLASSES);
  }

  @Test
  void rooms_haveNoCycles() {
    slices().matching("com.aisle.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
