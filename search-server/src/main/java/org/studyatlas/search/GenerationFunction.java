package org.studyatlas.search;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Something to be computed from one generation.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface GenerationFunction<T extends @Nullable Object> {

  /** Computes it; the generation must not be used after the return. */
  T apply(OpenGeneration generation) throws IOException;
}
