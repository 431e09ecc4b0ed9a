package org.studyatlas.server;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CountDownLatch;

/** Endpoints that tests need and nobody else: one that is slow, one that fails. */
@Controller("/probe")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProbeController {

  static final CountDownLatch ENTERED = new CountDownLatch(1);
  static final int SLOW_MILLIS = 1_500;

  @Get("/slow")
  String slow() throws InterruptedException {
    ENTERED.countDown();
    Thread.sleep(SLOW_MILLIS);
    return "finished";
  }

  @Get("/failing")
  String failing() {
    throw new IllegalStateException("secret: /etc/passwd");
  }

  @Get("/thread")
  String thread() {
    return String.valueOf(Thread.currentThread().isVirtual());
  }
}
