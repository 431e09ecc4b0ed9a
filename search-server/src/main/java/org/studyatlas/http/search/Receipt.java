package org.studyatlas.http.search;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.studyatlas.query.Expr;
import org.studyatlas.query.ExprPrinter;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.search.SiteQueries;

/**
 * What makes an answer repeatable: the data it came from, the search in normal form and the number
 * of studies found. The same search on the same generation has the same receipt, byte for byte.
 *
 * @param generation that was searched
 * @param search what was asked for
 * @param total number of studies found
 */
public record Receipt(OpenGeneration generation, NativeSearch search, long total) {

  /** As the registry writes it: UTC, without a zone. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

  /**
   * Writes it as the member {@code receipt}. Its {@code search} can be posted to {@code /search}
   * again; {@code query}, {@code filter} and {@code site} say in one expression each what it means.
   */
  public void write(JsonGenerator json) throws IOException {
    SearchRequest request = search.request();
    json.writeObjectFieldStart("receipt");
    json.writeStringField("dataTimestamp", TIMESTAMP.format(generation.dataTimestamp()));
    json.writeStringField("generation", generation.name());
    json.writeStringField("digest", generation.digest());
    json.writeNumberField("total", total);
    json.writeObjectFieldStart("search");
    for (Map.Entry<String, String> parameter : search.normal().entrySet()) {
      json.writeStringField(parameter.getKey(), parameter.getValue());
    }
    json.writeEndObject();
    writeExpression(json, "query", request.query());
    writeExpression(json, "filter", filter(request));
    writeExpression(json, "site", SiteQueries.of(request.sites()));
    json.writeEndObject();
  }

  private static Expr filter(SearchRequest request) {
    List<Expr> all = new ArrayList<>(List.of(request.filter()));
    request.choices().forEach(choice -> all.add(choice.expr()));
    return Expr.allOf(all.stream().filter(expr -> !(expr instanceof Expr.All)).toList());
  }

  private static void writeExpression(JsonGenerator json, String name, Expr expr)
      throws IOException {
    if (!(expr instanceof Expr.All)) {
      json.writeStringField(name, ExprPrinter.print(expr));
    }
  }
}
