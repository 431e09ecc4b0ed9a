package org.studyatlas.http.search;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * Writes it as the member {@code receipt}. Its {@code search} can be posted to {@code /search}
   * again; {@code query}, {@code filter} and {@code site} say in one expression each what it means.
   * A query that Essie cannot say is left out: read again, its text would find something else.
   */
  public void write(JsonGenerator json) throws IOException {
    SearchRequest request = search.request();
    ReceiptJson.begin(json, generation);
    json.writeNumberField("total", total);
    ReceiptJson.writeSearch(json, search.normal());
    if (ExprPrinter.findEssie(request.query()).isPresent()) {
      writeExpression(json, "query", request.query());
    }
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
