package org.studyatlas.names;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** All ways in which sites write the places of one kind, by the numbers of the names. */
final class Spellings {

  /**
   * Numbers of a site's names in their fields; -1 for none.
   *
   * @param name of the place itself
   */
  record Written(int name, int state, int country) {}

  /** Looks up what a combination means. */
  interface Meaning {
    /** The spelling with its places; {@link Spelling#NONE} if it means no place. */
    Spelling of(Written written) throws IOException;
  }

  private final Map<Written, Spelling> known = new HashMap<>();
  private final Meaning meaning;

  Spellings(Meaning meaning) {
    this.meaning = meaning;
  }

  /** Counts a site; returns whether it is counted for a place. */
  boolean count(Written written, SeenSite site) throws IOException {
    if (written.name < 0) {
      return false;
    }
    Spelling spelling = known.get(written);
    if (spelling == null) {
      spelling = meaning.of(written);
      known.put(written, spelling);
    }
    if (spelling.isUseful()) {
      spelling.count(site);
    }
    return spelling.isUseful();
  }

  /** Tells all places how they are written. */
  void offer() {
    known.values().forEach(Spelling::offer);
  }
}
