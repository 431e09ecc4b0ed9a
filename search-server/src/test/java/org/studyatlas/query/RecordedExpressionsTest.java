package org.studyatlas.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.studyatlas.query.Parsing.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests whose counts were recorded from the registry, if they lie beside the checkout. */
class RecordedExpressionsTest {

  private static final Path COUNTS = Path.of("../../shared/reference/examples/count-oracles.tsv");
  private static final int PARAMETER = 2;
  private static final int VALUE = 3;

  @Test
  void readsEveryExpression() throws IOException {
    List<String> expressions =
        values("filter.advanced", "query.term", "query.cond", "query.intr", "query.spons");
    assertThat(expressions).hasSizeGreaterThan(40);
    for (String expression : expressions) {
      Expr expr = parse(expression);
      assertThat(parse(ExprPrinter.print(expr))).as(expression).isEqualTo(expr);
    }
  }

  @Test
  void readsEveryAggregationFilter() throws IOException, ParameterException {
    List<String> filters = values("aggFilters");
    assertThat(filters).hasSizeGreaterThan(15);
    for (String filter : filters) {
      Expr expr = AggFilters.parse(filter);
      assertThat(parse(ExprPrinter.print(expr))).as(filter).isEqualTo(expr);
    }
  }

  private static List<String> values(String... parameters) throws IOException {
    assumeThat(COUNTS).as("counts recorded from the registry").exists();
    return Files.readAllLines(COUNTS).stream()
        .map(line -> line.split("\t"))
        .filter(cells -> Arrays.asList(parameters).contains(cells[PARAMETER]))
        .map(cells -> cells[VALUE])
        .toList();
  }
}
