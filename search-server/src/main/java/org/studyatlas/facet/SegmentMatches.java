package org.studyatlas.facet;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * What matches in one segment.
 *
 * @param segment of the index
 * @param studies documents of the studies to count
 * @param sites documents of sites that count for them; those of other studies do no harm; null if
 *     all sites count
 */
public record SegmentMatches(
    LeafReaderContext segment, FixedBitSet studies, @Nullable FixedBitSet sites) {}
