package org.studyatlas.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Dice, weights, quantiles, ranks and orders. */
class DrawingTest {

  @Test
  void weightsDecideHowOftenAValueIsDrawn() {
    Weighted<String> weighted = Weighted.of(List.of("a", "bb", "cccc", ""), String::length);
    Dice dice = Dice.of(1, 1);
    Map<String, Integer> counts = new java.util.HashMap<>();
    for (int i = 0; i < 70_000; i++) {
      counts.merge(weighted.draw(dice), 1, Integer::sum);
    }
    assertThat(counts).doesNotContainKey("");
    assertThat(counts.get("a")).isCloseTo(10_000, within(500));
    assertThat(counts.get("bb")).isCloseTo(20_000, within(600));
    assertThat(counts.get("cccc")).isCloseTo(40_000, within(700));
  }

  @Test
  void quantilesAreHit() {
    Quantiles quantiles = new Quantiles(Map.of(0.0, 1, 0.5, 10, 0.9, 100, 1.0, 5_000));
    Dice dice = Dice.of(2, 2);
    int[] draws = new int[100_000];
    java.util.Arrays.setAll(draws, i -> quantiles.draw(dice));
    java.util.Arrays.sort(draws);
    assertThat(draws[0]).isEqualTo(1);
    assertThat(draws[50_000]).isCloseTo(10, within(1));
    assertThat(draws[90_000]).isCloseTo(100, within(4));
    assertThat(draws[99_999]).isBetween(4_000, 5_000);
  }

  @Test
  void quantilesNeedTheirEnds() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Quantiles(Map.of(0.5, 3)));
  }

  @Test
  void moreDrawsFindMoreDifferentRanks() {
    OpenRank ranks = new OpenRank(0.5, 0);
    Dice dice = Dice.of(3, 3);
    Set<Long> seen = new HashSet<>();
    int[] growth = new int[3];
    for (int i = 0; i < 100_000; i++) {
      seen.add(ranks.draw(dice));
      growth[0] = i == 999 ? seen.size() : growth[0];
      growth[1] = i == 9_999 ? seen.size() : growth[1];
    }
    growth[2] = seen.size();
    assertThat((double) growth[1] / growth[0]).isBetween(3.0, 7.0);
    assertThat((double) growth[2] / growth[1]).isBetween(3.0, 7.0);
  }

  @Property(tries = 60)
  void idsAreDifferentAndRisesWithTheRank(
      @ForAll @IntRange(min = 1, max = 3_000) int studies, @ForAll long seed) {
    StudyIds ids = new StudyIds(studies, seed);
    int[] byRank = new int[studies];
    for (int i = 0; i < studies; i++) {
      byRank[ids.rank(i)] = ids.at(i).number();
    }
    assertThat(byRank).isSorted().doesNotHaveDuplicates().doesNotContain(0);
  }

  @Property(tries = 200)
  void everyStudyComesOnceAndTheDuplicatesLater(
      @ForAll @IntRange(min = 2, max = 500) int studies, @ForAll @IntRange(max = 250) int wanted) {
    EntryOrder order = new EntryOrder(studies, Math.min(wanted, studies / 2));
    Set<Integer> seen = new HashSet<>();
    Set<Integer> again = new HashSet<>();
    for (int entry = 0; entry < order.entries(); entry++) {
      int study = order.studyAt(entry);
      if (order.isDuplicate(entry)) {
        assertThat(seen).contains(study);
        assertThat(again.add(study)).isTrue();
      } else {
        assertThat(seen.add(study)).isTrue();
      }
    }
    assertThat(seen).hasSize(studies);
    assertThat(again).hasSize(order.duplicates());
  }
}
