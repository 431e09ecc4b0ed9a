package org.studyatlas.source;

import org.jspecify.annotations.Nullable;

/**
 * What {@link RecordSplitter} cuts out: one record, or a line that should have been one.
 *
 * @param place line ({@code :17}, from 1) or element ({@code [16]}, from 0)
 * @param json its bytes, or null if it is over the limit
 */
record Piece(String place, byte @Nullable [] json) {}
