package org.studyatlas.search;

import java.io.IOException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.studyatlas.query.Choice;
import org.studyatlas.query.Expr;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.schema.BlockFields;

/** Puts the parts of a request together. */
final class StudyQueries {

  private StudyQueries() {}

  /**
   * Studies that a request asks for.
   *
   * @param words compiles what is searched
   * @param filters compiles what is only demanded
   * @param sites of which a study must have one; null if it need not
   */
  static Query of(
      SearchRequest request, ExprCompiler words, ExprCompiler filters, @Nullable KeptQuery sites)
      throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    boolean bounded = false;
    if (!(request.query() instanceof Expr.All)) {
      query.add(words.studies(request.query()), Occur.MUST);
      bounded = true;
    }
    if (!(request.filter() instanceof Expr.All)) {
      query.add(filters.studies(request.filter()), Occur.FILTER);
      bounded = true;
    }
    for (Choice choice : request.choices()) {
      query.add(filters.studies(choice.expr()), Occur.FILTER);
      bounded = true;
    }
    if (sites != null) {
      query.add(sites.studies(), Occur.FILTER);
      bounded = true;
    }
    if (!bounded) {
      query.add(BlockFields.studies(), Occur.FILTER);
    }
    return query.build();
  }
}
