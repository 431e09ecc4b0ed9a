package org.studyatlas.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.studyatlas.mapping.Recency;
import org.studyatlas.study.NctId;

class KeptStudiesTest {

  private record Offer(NctId id, KeptStudies.Kept record) {}

  @Property(tries = 200)
  void keepsTheSameRecordsInEveryOrder(
      @ForAll @Size(max = 40) List<@IntRange(max = 99) Integer> seeds, @ForAll long shuffle)
      throws IOException {
    List<Offer> offers = offers(seeds);
    KeptStudies.Totals inOrder = keep(offers);
    Collections.shuffle(offers, new Random(shuffle));

    assertThat(keep(offers)).isEqualTo(inOrder);
  }

  @Property(tries = 200)
  void addsEveryIdOnceAndReplacesOnlyOlderRecords(
      @ForAll @Size(max = 40) List<@IntRange(max = 99) Integer> seeds) throws IOException {
    KeptStudies kept = new KeptStudies();
    List<NctId> added = new ArrayList<>();
    for (Offer offer : offers(seeds)) {
      KeptStudies.Outcome outcome =
          kept.offer(
              offer.id(),
              offer.record(),
              replacing -> assertThat(replacing).isEqualTo(added.contains(offer.id())));
      if (outcome == KeptStudies.Outcome.ADDED) {
        added.add(offer.id());
      }
    }

    assertThat(added).doesNotHaveDuplicates();
    assertThat(kept.totals().studies()).isEqualTo(added.size());
  }

  /** Five studies and four days, so that there are many records of a study and many ties. */
  private static List<Offer> offers(List<Integer> seeds) {
    List<Offer> offers = new ArrayList<>();
    for (int seed : seeds) {
      Recency recency = new Recency(seed / 5 % 4, Recency.UNKNOWN);
      int sequence = offers.size();
      offers.add(
          new Offer(
              new NctId(1 + seed % 5),
              new KeptStudies.Kept(recency, sequence, 1000 + sequence, seed, seed / 2)));
    }
    return offers;
  }

  private static KeptStudies.Totals keep(List<Offer> offers) throws IOException {
    KeptStudies kept = new KeptStudies();
    for (Offer offer : offers) {
      kept.offer(offer.id(), offer.record(), replacing -> {});
    }
    return kept.totals();
  }
}
