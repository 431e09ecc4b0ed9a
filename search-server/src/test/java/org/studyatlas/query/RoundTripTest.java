package org.studyatlas.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.query.Parsing.parse;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is printed reads back as the same expression. */
class RoundTripTest {

  @Property(tries = 2_000)
  void readsBackAnyExpression(@ForAll("exprs") Expr expr) {
    String text = ExprPrinter.print(expr);
    assertThat(parse(text)).as(text).isEqualTo(expr);
  }

  @Property(tries = 500)
  void meansTheSameInEveryParameter(@ForAll("exprs") Expr expr) {
    String text = ExprPrinter.print(expr);
    assertThat(parse(text, ParseContext.ofQuery("query.lead"))).as(text).isEqualTo(expr);
  }

  @Property(tries = 500)
  void searchesWhatItsTextNames(@ForAll("exprs") Expr expr) {
    String text = ExprPrinter.print(expr);
    assertThat(SearchedTargets.of(expr))
        .allSatisfy(target -> assertThat(text).contains("AREA[" + target.name()));
  }

  @Provide
  Arbitrary<Expr> exprs() {
    return ExprArbitraries.exprs();
  }
}
