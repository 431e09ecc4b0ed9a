/**
 * The words of many documents, brought into the order of an index by sorting.
 *
 * <p>Lucene's writer looks every word up in a hash table of its field, each of which has a dozen
 * arrays beside it: of a registry with hundreds of text fields that was half of a build, spent
 * waiting for memory. Here one dictionary serves all fields of a thread, a word of a document costs
 * four bytes behind those before it, and a segment's postings are made by a counting sort. What is
 * written, and by what, is Lucene's own format.
 *
 * <p>Here belongs what stands between the words of a value and Lucene's postings format. Which
 * words a value has is the {@code schema} package's, when a segment is written the {@code build}
 * package's matter.
 */
@NullMarked
package org.studyatlas.postings;

import org.jspecify.annotations.NullMarked;
