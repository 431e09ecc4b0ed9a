/**
 * The index contract: what writer and reader of an index must agree on, defined once.
 *
 * <p>{@link org.studyatlas.schema.IndexSchema} turns each leaf of the field catalogue into an
 * {@link org.studyatlas.schema.IndexField}, which writes itself into a document and builds its own
 * queries. {@link org.studyatlas.schema.BlockFields} names the technical fields of a block of
 * documents, {@link org.studyatlas.schema.RecordStore} holds the studies' JSON, {@link
 * org.studyatlas.schema.IndexDirectory} the layout on disk. The whole format is told in {@code
 * docs/index-format.md}.
 *
 * <p>Reading JSON records, running a build and searching do not belong here.
 */
@NullMarked
package org.studyatlas.schema;

import org.jspecify.annotations.NullMarked;
