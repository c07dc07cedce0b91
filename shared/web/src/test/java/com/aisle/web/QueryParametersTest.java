package com.aisle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryParametersTest {

  private static final Map<String, Integer> CHOICES = Map.of("one", 1);

  @Test
  void text_isDecoded_andKeepsItsCommas() {
    assertThat(parse("q=salt%2C+pepper%20%26%20%E9%B9%BD").text("q", 100))
        .isEqualTo("salt, pepper & 鹽");
  }

  @Test
  void absentParameters_haveTheirDefaults() {
    QueryParameters parameters = parse(null);

    assertThat(parameters.text("q", 1)).isEmpty();
    assertThat(parameters.integer("size", 20, 0, 250)).isEqualTo(20);
    assertThat(parameters.choice("sort", 7, CHOICES)).isEqualTo(7);
    assertThat(parameters.list("facets", 1)).isEmpty();
    assertThatCode(parameters::check).doesNotThrowAnyException();
  }

  @Test
  void values_withinBounds_areRead() {
    QueryParameters parameters = parse("size=250&sort=one&facets=brand,+price&facets=brand&q=%20a");

    assertThat(parameters.integer("size", 20, 0, 250)).isEqualTo(250);
    assertThat(parameters.choice("sort", 7, CHOICES)).isEqualTo(1);
    assertThat(parameters.list("facets", 2)).containsExactly("brand", "price");
    assertThat(parameters.text("q", 2)).isEqualTo(" a");
    assertThatCode(parameters::check).doesNotThrowAnyException();
  }

  @Test
  void everyError_isReportedAtOnce() {
    QueryParameters parameters =
        parse("q=abc&page=0&size=ten&sort=up&facets=a,b&locale=en&locale=zh&limit=3&bad=%zz");
    parameters.text("q", 2);
    parameters.integer("page", 1, 1, 500);
    parameters.integer("size", 20, 0, 250);
    parameters.choice("sort", 7, CHOICES);
    parameters.list("facets", 1);
    parameters.text("locale", 10);

    assertThat(errorsOf(parameters))
        .containsExactlyInAnyOrder(
            ProblemError.inParameter("bad", "is not percent-encoded properly"),
            ProblemError.inParameter("q", "has 3 characters, at most 2 are read"),
            ProblemError.inParameter("page", "must be a whole number from 1 to 500"),
            ProblemError.inParameter("size", "must be a whole number from 0 to 250"),
            ProblemError.inParameter("sort", "must be one of one"),
            ProblemError.inParameter("facets", "takes at most 1 values"),
            ProblemError.inParameter("locale", "is given 2 times"),
            ProblemError.inParameter(
                "limit", "is unknown, known are q, page, size, sort, facets, locale"));
  }

  @Test
  void errorOfTheCaller_isReportedToo() {
    QueryParameters parameters = parse("filter=x");
    parameters.text("filter", 10);
    parameters.reject(ProblemError.inParameter("filter", 1, "expected ="));

    assertThat(errorsOf(parameters))
        .containsExactly(ProblemError.inParameter("filter", 1, "expected ="));
  }

  @Test
  void parameterWithoutValue_isEmpty() {
    assertThat(parse("q&&=").text("q", 1)).isEmpty();
  }

  private static QueryParameters parse(String rawQueryString) {
    return QueryParameters.parse(rawQueryString);
  }

  private static List<ProblemError> errorsOf(QueryParameters parameters) {
    return catchThrowableOfType(ProblemException.class, parameters::check).problem().errors();
  }
}
