package org.studyatlas.http;

import java.util.Objects;

/** A request that the client must change; becomes the answer that its face demands. */
public final class RefusedRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** Creates it with what the client is told. */
  public RefusedRequestException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** What the client is told. */
  public Problem problem() {
    return Objects.requireNonNull(problem);
  }
}
