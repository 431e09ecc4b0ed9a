package org.studyatlas.http.ctgov;

import java.io.IOException;
import java.io.OutputStream;
import org.studyatlas.http.PulledBody;
import org.studyatlas.stats.StatsAnswer;

/** The body of an answer of the statistics, one field after the other. */
final class StatsParts implements PulledBody.Parts {

  private final StatsAnswer answer;
  private int next;

  StatsParts(StatsAnswer answer) {
    this.answer = answer;
  }

  @Override
  public boolean writeNext(OutputStream out) throws IOException {
    answer.writePart(next++, out);
    return next < answer.parts();
  }
}
