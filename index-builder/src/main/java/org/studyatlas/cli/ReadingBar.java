package org.studyatlas.cli;

import java.io.Closeable;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.studyatlas.build.BuildProgress;

/** A bar that follows how much of the source has been read. */
final class ReadingBar implements Closeable {

  private static final long MB = 1 << 20;
  private static final int WIDTH = 100;

  /** The library redraws when it is told to; its own thread only has to stay out of the way. */
  private static final int UPDATE_MILLIS = 250;

  private final BuildProgress progress;
  private final ProgressBar bar;

  ReadingBar(BuildProgress progress, PrintWriter err) {
    this.progress = progress;
    bar =
        new ProgressBarBuilder()
            .setTaskName("[index]")
            .setInitialMax(progress.snapshot().sourceBytes())
            .setUnit(" MB", MB)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setStyle(
                Charset.defaultCharset().newEncoder().canEncode('█')
                    ? ProgressBarStyle.UNICODE_BLOCK
                    : ProgressBarStyle.ASCII)
            .setMaxRenderedLength(WIDTH)
            .setConsumer(consumer(err))
            .build();
  }

  private static ProgressBarConsumer consumer(PrintWriter err) {
    return new DelegatingProgressBarConsumer(
        line -> {
          err.print('\r' + line);
          err.flush();
        },
        WIDTH);
  }

  void move() {
    BuildProgress.Snapshot now = progress.snapshot();
    bar.stepTo(now.bytesRead());
    bar.setExtraMessage(
        " %s studies, %s sites"
            .formatted(Figures.shortCount(now.read()), Figures.shortCount(now.sites())));
  }

  @Override
  public void close() {
    move();
    bar.close();
  }
}
