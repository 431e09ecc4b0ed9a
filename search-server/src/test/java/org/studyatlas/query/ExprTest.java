package org.studyatlas.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.studyatlas.query.Parsing.parse;

import java.time.LocalDateTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.study.NctId;

class ExprTest {

  private static final Expr A = parse("a");
  private static final Expr B = parse("b");
  private static final Expr C = parse("c");

  @Test
  void allOfFlattens() {
    assertThat(Expr.allOf(List.of())).isEqualTo(new Expr.All());
    assertThat(Expr.allOf(List.of(A))).isEqualTo(A);
    assertThat(Expr.allOf(List.of(Expr.allOf(List.of(A, B)), C)))
        .isEqualTo(new Expr.And(List.of(A, B, C)));
  }

  @Test
  void anyOfFlattens() {
    assertThat(Expr.anyOf(List.of())).isEqualTo(Expr.NOTHING);
    assertThat(Expr.anyOf(List.of(A))).isEqualTo(A);
    assertThat(Expr.anyOf(List.of(A, Expr.anyOf(List.of(B, C)))))
        .isEqualTo(new Expr.Or(List.of(A, B, C)));
  }

  @Test
  void anyOfGathersIdsOfTheSameTarget() {
    SearchTarget ids = SearchTarget.piece("NCTId");
    Expr one = new Expr.IdIs(ids, List.of(new NctId(2)));
    Expr two = new Expr.IdIs(ids, List.of(new NctId(1), new NctId(2)));
    assertThat(Expr.anyOf(List.of(one, A, two))).isEqualTo(new Expr.Or(List.of(two, A)));
    assertThat(Expr.anyOf(List.of(one, two))).isEqualTo(two);
  }

  @Test
  void refusesWhatIsNotInNormalForm() {
    Expr and = new Expr.And(List.of(A, B));
    Expr or = new Expr.Or(List.of(A, B));
    refuses(() -> new Expr.And(List.of(A)));
    refuses(() -> new Expr.And(List.of(and, C)));
    refuses(() -> new Expr.Or(List.of(A)));
    refuses(() -> new Expr.Or(List.of(or, C)));
    refuses(() -> new Expr.IdIs(SearchTarget.piece("NCTId"), List.of()));
  }

  @Test
  void refusesConditionsThatDoNotFitTheField() {
    Field phase = piece("Phase");
    refuses(() -> new Expr.Tilt(phase, A));
    refuses(() -> new Expr.BooleanIs(phase, true));
    refuses(() -> new Expr.DateRange(phase, null, null));
    LocalDateTime now = LocalDateTime.of(2026, 8, 14, 9, 0);
    refuses(() -> new Expr.MinuteRange(piece("StartDate"), now, now));
    refuses(() -> new Expr.MinuteRange(piece("LargeDocUploadDate"), null, null));
    refuses(() -> new Expr.NumberRange(phase, null, null));
    refuses(() -> new Expr.AgeRange(phase, null, null));
    refuses(() -> new Expr.KeywordIs(phase, "x"));
    refuses(() -> new Expr.EnumIs(piece("BriefTitle"), "x"));
    refuses(() -> new Expr.SizeRange(piece("BriefTitle"), null, null));
    refuses(() -> new Expr.IdIs(SearchTarget.area("IdSearch"), List.of(new NctId(1))));
  }

  @Test
  void refusesWordsThatCannotBeWritten() {
    SearchTarget area = SearchTarget.area("BasicSearch");
    refuses(() -> words(area, "", false, Expansion.NONE));
    refuses(() -> words(area, " a", false, Expansion.NONE));
    refuses(() -> words(area, "a  b", false, Expansion.NONE));
    refuses(() -> words(area, "a b", true, Expansion.LOSSY));
    refuses(() -> words(SearchTarget.piece("Phase"), "a", false, Expansion.NONE));
    refuses(() -> words(SearchTarget.area("NCTIdSearch"), "a", false, Expansion.NONE));
  }

  @Test
  void tellsTheFieldsThatATargetSearches() {
    assertThat(SearchTarget.area("NCTIdSearch").fields())
        .containsExactly(piece("NCTId"), piece("NCTIdAlias"));
    assertThat(SearchTarget.piece("Phase").fields()).containsExactly(piece("Phase"));
    assertThat(SearchTarget.area("NCTIdSearch").onlyIds()).isTrue();
    assertThat(SearchTarget.area("IdSearch").onlyIds()).isFalse();
  }

  @Test
  void listsEachSearchedTargetOnce() {
    Expr expr = parse("a (b OR AREA[Phase]NA) NOT AREA[Phase]MISSING AREA[NCTId]NCT1 ALL");
    assertThat(SearchedTargets.of(expr))
        .containsExactly(
            SearchTarget.area("BasicSearch"),
            SearchTarget.piece("Phase"),
            SearchTarget.piece("NCTId"));
  }

  private static Expr words(SearchTarget target, String text, boolean phrase, Expansion expansion) {
    return new Expr.Words(target, text, phrase, expansion, Coverage.CONTAINS);
  }

  private static Field piece(String name) {
    return FieldCatalogue.standard().getPiece(name);
  }

  private static void refuses(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
  }
}
