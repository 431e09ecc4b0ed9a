package org.studyatlas.search;

import java.time.Duration;

/** A search that was ended because it took too long; the message is for the client. */
public final class SlowSearchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SlowSearchException(Duration limit) {
    super(
        "the search was ended after %d seconds; use fewer words and conditions"
            .formatted(limit.toSeconds()));
  }
}
