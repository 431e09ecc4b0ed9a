package org.studyatlas.server;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.studyatlas.search.GenerationListener;
import org.studyatlas.search.OpenGeneration;

/** Logs what happens to the generations while the server runs. */
final class GenerationLog implements GenerationListener {

  private static final Logger LOG = LoggerFactory.getLogger(GenerationLog.class);

  @Override
  public void switchedTo(OpenGeneration generation, Duration took) {
    LOG.info("now serving {}, opened in {} ms", Summary.of(generation), took.toMillis());
  }

  @Override
  public void refused(String sentence) {
    LOG.error("{}", sentence);
  }
}
