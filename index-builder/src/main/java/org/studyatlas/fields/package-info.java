/**
 * The field catalogue: every field of the registry's data model, its enumerations and its search
 * areas, defined once and in one place.
 *
 * <p>Whatever needs to know a field (the mapping, the index schema, query parameters, statistics,
 * documentation) derives it from {@link org.studyatlas.fields.FieldCatalogue}. How a field is
 * indexed does not belong here but in {@code schema}.
 *
 * <p>The facts are in the resource files {@code fields.tsv}, {@code enums.tsv} and {@code
 * search-areas.tsv} beside this package.
 */
@NullMarked
package org.studyatlas.fields;

import org.jspecify.annotations.NullMarked;
