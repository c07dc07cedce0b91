package com.aisle.reports;

import com.aisle.reports.QueryModel.Source;
import com.aisle.web.Handler;
import com.aisle.web.Request;
import com.aisle.web.Response;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** {@code GET /v1/reports/model}: what an ad-hoc query can be asked. */
final class ModelHandler implements Handler {

  private record Model(List<Measure> measures, List<Dimension> dimensions, Limits limits) {}

  private record Measure(String name, String type, String source, String description) {}

  private record Dimension(String name, String type, List<String> sources, String description) {}

  private record Limits(int measures, int dimensions, int size, int days) {}

  @Override
  public Response handle(Request request) {
    request.query().check();
    QueryModel model = QueryModel.STANDARD;
    Limits limits =
        new Limits(
            QueryReader.MAX_MEASURES,
            QueryReader.MAX_DIMENSIONS,
            QueryReader.MAX_SIZE,
            RequestReader.MAX_DAYS);
    return Response.json(
        200,
        new Model(
            model.measures().stream().map(ModelHandler::shown).toList(),
            model.dimensions().stream().map(ModelHandler::shown).toList(),
            limits));
  }

  private static Measure shown(QueryModel.Measure measure) {
    return new Measure(
        measure.name(),
        measure.column().type().word(),
        word(measure.source()),
        measure.description());
  }

  private static Dimension shown(QueryModel.Dimension dimension) {
    return new Dimension(
        dimension.name(),
        dimension.column().type().word(),
        words(dimension.sql().keySet()),
        dimension.description());
  }

  private static List<String> words(Collection<Source> sources) {
    return sources.stream().sorted().map(ModelHandler::word).toList();
  }

  private static String word(Source source) {
    return source.name().toLowerCase(Locale.ROOT);
  }
}
