/**
 * Drives a running server with the requests whose speed is promised, and reports what they took.
 *
 * <p>{@code ./studyatlas benchmark} makes the data, builds, serves and runs {@link
 * org.studyatlas.benchmark.QueryBenchmark}. No test runs it: a time says something only beside the
 * machine that it was measured on. Parts inside of the programs do not belong here.
 */
@NullMarked
package org.studyatlas.benchmark;

import org.jspecify.annotations.NullMarked;
