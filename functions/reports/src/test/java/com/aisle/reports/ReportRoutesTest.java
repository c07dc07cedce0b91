package com.aisle.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The template deploys the routes that the function knows, and no other of its own. */
class ReportRoutesTest {

  private static final Pattern ROUTE =
      Pattern.compile("Method: (\\w+), Path: \"?(/v1/reports[^\"]*?)\"?}$", Pattern.MULTILINE);

  @Test
  void template_andFunction_haveTheSameRoutes() throws IOException {
    Set<String> deployed =
        ROUTE
            .matcher(Files.readString(Path.of("../../template.yaml")))
            .results()
            .map(route -> route.group(1) + " " + route.group(2))
            .collect(Collectors.toSet());

    assertThat(deployed).isEqualTo(ReportsFunction.ROUTES);
  }
}
