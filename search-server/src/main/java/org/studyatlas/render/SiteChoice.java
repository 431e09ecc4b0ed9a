package org.studyatlas.render;

import java.util.BitSet;
import java.util.Collection;

/**
 * Which sites of a study are wanted.
 *
 * @param node the selection's node that stands for a site
 * @param ordinals places in the study's list of sites, from 0
 */
record SiteChoice(SelectionNode node, BitSet ordinals) {

  static SiteChoice of(SelectionNode node, Collection<Integer> ordinals) {
    BitSet bits = new BitSet();
    ordinals.forEach(bits::set);
    return new SiteChoice(node, bits);
  }

  boolean contains(int ordinal) {
    return ordinals.get(ordinal);
  }

  /** Whether neither that site nor any behind it is wanted. */
  boolean isBeyond(int ordinal) {
    return ordinal >= ordinals.length();
  }
}
