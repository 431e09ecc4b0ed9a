package org.studyatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.studyatlas.build.BuildPhase;
import org.studyatlas.build.BuildPlan;
import org.studyatlas.build.BuildProgress;

class ProgressLineTest {

  private static final long GB = 1L << 30;

  @Test
  void tellsStudiesPercentRateSitesHeapAndTimeLeft() {
    BuildProgress.Snapshot now =
        new BuildProgress.Snapshot(31_200, 31_199, 0, 1, 118_000, GB / 4, GB);

    String line =
        ProgressLine.of(
            6_000, BuildPhase.INDEX, ProgressLine.indexing(now, 5_000, "1.1 GB/4.0 GB"));

    assertThat(line)
        .isEqualTo(
            "0:00:06 [index]    31.2k studies  25%  6,240/s  sites 118.0k  rejected 1"
                + "  heap 1.1 GB/4.0 GB  eta 0:00:15");
  }

  @Test
  void leavesOutPercentAndTimeLeftWhenTheSizeIsUnknown() {
    BuildProgress.Snapshot now = new BuildProgress.Snapshot(100, 100, 0, 0, 5, 1000, -1);

    assertThat(ProgressLine.indexing(now, 1000, "x"))
        .isEqualTo("100 studies  100/s  sites 5  heap x");
  }

  @Test
  void tellsThePlanWithWhatIsKnown() {
    BuildPlan known =
        new BuildPlan(
            "ctg-studies.json.zip",
            5 * GB / 2,
            580_000,
            Path.of("/index"),
            "2026-08-13-1",
            80 * GB,
            9 * GB,
            4 * GB,
            2,
            512);
    BuildPlan unknown =
        new BuildPlan("standard input", -1, -1, Path.of("/index"), "", 80 * GB, -1, 4 * GB, 1, 512);

    assertThat(ProgressLine.plan(known))
        .isEqualTo("ctg-studies.json.zip, 580,000 records expected (2.5 GB) -> /index");
    assertThat(ProgressLine.means(known))
        .isEqualTo(
            "disk free 80.0 GB, needed about 9.0 GB; heap 4.0 GB; 2 threads, RAM buffer 512 MB;"
                + " in service: 2026-08-13-1");
    assertThat(ProgressLine.plan(unknown)).isEqualTo("standard input -> /index");
    assertThat(ProgressLine.means(unknown))
        .startsWith("disk free 80.0 GB, needed unknown;")
        .endsWith("1 thread, RAM buffer 512 MB; in service: nothing yet");
  }
}
