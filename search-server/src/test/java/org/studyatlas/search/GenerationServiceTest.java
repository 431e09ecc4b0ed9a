package org.studyatlas.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.studyatlas.fixture.StudyFixture.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.study.NctId;
import org.studyatlas.testing.PublishedIndex;

class GenerationServiceTest {

  /** So long that only {@code refresh()} looks. */
  private static final Duration NEVER = Duration.ofHours(1);

  private static final Duration SEARCH_LIMIT = Duration.ofMinutes(1);
  private static final String OLD = "2026-08-13-1";
  private static final String NEW = "2026-08-14-1";
  private static final StudyFixture STUDY = study("NCT00000001").title("Old");

  @TempDir Path folder;
  private final List<GenerationService> services = new ArrayList<>();
  private final List<String> events = new CopyOnWriteArrayList<>();

  @AfterEach
  void closeAll() {
    services.forEach(GenerationService::close);
  }

  @Test
  void findsRecordsByIdAndByAlias() throws IOException {
    StudyFixture renamed =
        study("NCT00000009")
            .with("protocolSection.identificationModule.nctIdAliases", List.of("NCT00000005"))
            .site("Boston", "United States", "RECRUITING", 42.36, -71.06);
    index().publish(OLD, STUDY, renamed);
    service()
        .withCurrent(
            generation -> {
              RecordPointer record = generation.findRecord(new NctId(9)).orElseThrow();
              assertThat(generation.json(record)).isEqualTo(renamed.json());
              assertThat(generation.findRecord(new NctId(5))).isEmpty();
              assertThat(generation.findByAlias(new NctId(5))).hasValue(new NctId(9));
              assertThat(generation.findByAlias(new NctId(9))).isEmpty();
              return null;
            });
  }

  @Test
  void waitsForAnIndexThatDoesNotExistYet() throws IOException {
    GenerationService service = service();
    assertThat(service.findCurrent()).isEmpty();
    assertThatThrownBy(service::acquire)
        .isInstanceOf(NoGenerationException.class)
        .hasMessageContaining("no index in " + folder.resolve("index"));
    index().publish(OLD, STUDY);
    service.refresh();
    assertThat(nameOfCurrent(service)).isEqualTo(OLD);
  }

  @Test
  void noticesANewGenerationByItself() throws Exception {
    index().publish(OLD, STUDY);
    GenerationService service = open(Duration.ofMillis(10), List.of());
    index().publish(NEW, STUDY);
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!nameOfCurrent(service).equals(NEW) && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
    assertThat(nameOfCurrent(service)).isEqualTo(NEW);
  }

  @Test
  void aRequestUnderWayKeepsItsGenerationAndTheLastOneClosesIt() throws IOException {
    index().publish(OLD, STUDY);
    GenerationService service = service();
    Lease first = service.acquire();
    Lease second = service.acquire(OLD).orElseThrow();
    index().publish(NEW, study("NCT00000002"));
    service.refresh();

    assertThat(nameOfCurrent(service)).isEqualTo(NEW);
    assertThat(events).containsExactly("switched to " + NEW);
    assertThat(service.openGenerations()).isEqualTo(2);
    first.close();
    first.close();
    assertThat(service.openGenerations()).as("closing a lease twice counts once").isEqualTo(2);
    RecordPointer record = second.generation().findRecord(new NctId(1)).orElseThrow();
    assertThat(second.generation().json(record)).isEqualTo(STUDY.json());
    second.close();
    assertThat(service.openGenerations()).isEqualTo(1);
    assertThat(service.acquire(OLD)).isEmpty();
  }

  @Test
  void keepsTheTwoLatestReplacedGenerationsForTheirCursors() throws IOException {
    index().publish(OLD, STUDY);
    GenerationService service = keeping(Duration.ofHours(1));
    String cursor = firstCursor(service);
    for (int day = 10; day < 12; day++) {
      index().publish("2026-09-" + day + "-1", STUDY);
      service.refresh();
      try (Lease lease = service.acquireFor(cursor)) {
        assertThat(lease.generation().name()).isEqualTo(OLD);
      }
    }
    index().publish("2026-09-12-1", STUDY);
    service.refresh();
    assertThat(service.openGenerations()).isEqualTo(3);
    try (Lease lease = service.acquireFor(cursor)) {
      assertThat(lease.generation().name()).isEqualTo("2026-09-12-1");
    }
    service.close();
    assertThat(openPaths()).isEmpty();
  }

  @Test
  void letsGoOfAReplacedGenerationWhenItsTimeIsOver() throws Exception {
    index().publish(OLD, STUDY);
    GenerationService service = keeping(Duration.ofMillis(50));
    index().publish("2026-09-10-1", STUDY);
    service.refresh();
    assertThat(service.openGenerations()).isEqualTo(2);
    Thread.sleep(60);
    service.refresh();
    assertThat(service.openGenerations()).isEqualTo(1);
  }

  @Test
  void anInterruptedReaderTakesTheRecordsFromNobody() throws IOException {
    index().publish(OLD, STUDY);
    GenerationService service = service();
    try (Lease lease = service.acquire()) {
      OpenGeneration generation = lease.generation();
      RecordPointer record = generation.findRecord(NctId.parse("NCT00000001")).orElseThrow();
      Thread.currentThread().interrupt();
      assertThat(generation.json(record)).isEqualTo(STUDY.json());
      assertThat(Thread.interrupted()).isTrue();
      assertThat(generation.json(record)).isEqualTo(STUDY.json());
    }
  }

  private static String firstCursor(GenerationService service) throws IOException {
    return service.withCurrent(
        generation -> {
          try {
            SearchRequest one = SearchRequest.ALL.withPage(new SearchRequest.Page(1, null, false));
            return generation.searcher().search(one).next().orElseThrow();
          } catch (CursorException | OversizedQueryException e) {
            throw new IOException(e);
          }
        });
  }

  @Test
  void noFileStaysOpenAfterManySwitches() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "skipped: no /proc here");
    index().publish(OLD, STUDY);
    GenerationService service = service();
    for (int day = 10; day < 30; day++) {
      index().publish("2026-09-" + day + "-1", study("NCT00000002"));
      try (Lease lease = service.acquire()) {
        service.refresh();
        assertThat(lease.generation().findExample()).isPresent();
      }
    }
    assertThat(openPaths()).isNotEmpty().allMatch(path -> path.contains("2026-09-29-1"));
    service.close();
    assertThat(openPaths()).isEmpty();
  }

  @Test
  void warmsANewGenerationBeforeItServes() throws IOException {
    index().publish(OLD, STUDY);
    List<String> warmed = new ArrayList<>();
    List<GenerationService> opened = new ArrayList<>();
    opened.add(
        open(
            NEVER,
            List.of(
                generation -> {
                  warmed.add(generation.name());
                  assertThat(nameOfCurrent(opened.getFirst())).isEqualTo(OLD);
                })));
    index().publish(NEW, STUDY);
    opened.getFirst().refresh();
    assertThat(warmed).containsExactly(NEW);
    assertThat(nameOfCurrent(opened.getFirst())).isEqualTo(NEW);
  }

  @Test
  void refusesAnotherFormatAtTheStartWithOneSentence() throws IOException {
    index().publishFormat(OLD, 99, STUDY);
    assertThatThrownBy(this::service)
        .isInstanceOf(UnusableIndexException.class)
        .hasMessageContaining("has index format 99, this program reads")
        .hasMessageNotContaining("\n");
  }

  @Test
  void keepsTheOldGenerationAndSaysOnceWhyTheNewOneIsRefused() throws IOException {
    index().publish(OLD, STUDY);
    GenerationService service = service();
    index().publishFormat(NEW, 99, STUDY);
    service.refresh();
    service.refresh();
    assertThat(nameOfCurrent(service)).isEqualTo(OLD);
    assertThat(events).singleElement().asString().contains("has index format 99");
    index().publish("2026-08-15-1", STUDY);
    service.refresh();
    assertThat(nameOfCurrent(service)).isEqualTo("2026-08-15-1");
  }

  @Test
  void opensARefusedGenerationOnlyOnceUntilItChanges() throws IOException {
    index().publish(OLD, STUDY);
    AtomicInteger opened = new AtomicInteger();
    GenerationService service = open(NEVER, List.of(generation -> refuse(generation, opened)));
    Generation damaged = index().publish(NEW, STUDY);
    service.refresh();
    service.refresh();
    assertThat(opened).hasValue(1);
    assertThat(events).singleElement().asString().contains("made up");
    Files.setLastModifiedTime(damaged.manifestFile(), FileTime.fromMillis(1));
    service.refresh();
    assertThat(opened).hasValue(2);
    assertThat(nameOfCurrent(service)).isEqualTo(OLD);
  }

  private static void refuse(OpenGeneration generation, AtomicInteger opened) throws IOException {
    if (generation.name().equals(NEW)) {
      opened.incrementAndGet();
      throw new IOException("made up");
    }
  }

  @Test
  void anErrorWhileWarmingANewGenerationLeavesItClosed() throws IOException {
    index().publish(OLD, STUDY);
    GenerationService service =
        open(
            NEVER,
            List.of(
                generation -> {
                  if (generation.name().equals(NEW)) {
                    throw new OutOfMemoryError("made up");
                  }
                }));
    index().publish(NEW, STUDY);
    assertThatThrownBy(service::refresh).isInstanceOf(OutOfMemoryError.class);
    assertThat(openPaths()).isNotEmpty().allMatch(path -> path.contains(OLD));
    assertThat(nameOfCurrent(service)).isEqualTo(OLD);
  }

  @Test
  void refusesDamagedGenerationsAndLeavesNothingOpen() throws IOException {
    index().publish(OLD, STUDY);
    GenerationService service = service();
    Generation next = index().publish(NEW, STUDY);
    String manifest = Files.readString(next.manifestFile());

    Files.writeString(next.manifestFile(), manifest.substring(0, 40), UTF_8);
    service.refresh();
    Files.writeString(next.manifestFile(), manifest.replace("\"indexed\" : 1", "\"indexed\" : 7"));
    service.refresh();
    Files.delete(next.manifestFile());
    service.refresh();
    Files.writeString(next.manifestFile(), manifest, UTF_8);
    byte[] records = Files.readAllBytes(next.records());
    Files.write(next.records(), Arrays.copyOf(records, records.length - 1));
    service.refresh();
    Files.writeString(next.manifestFile(), manifest, UTF_8);
    Files.delete(next.records());
    service.refresh();

    assertThat(events).hasSize(5).allMatch(event -> event.contains("build the index again"));
    assertThat(events.get(1)).contains("manifest counts 7 studies, its index holds 1");
    assertThat(events.get(2)).contains("no file", "manifest.json");
    assertThat(events.get(3)).contains("its records.bin has", "is it being copied?");
    assertThat(events.get(4)).contains("no file", "records.bin");
    assertThat(openPaths()).noneMatch(path -> path.contains(NEW));
    assertThat(nameOfCurrent(service)).isEqualTo(OLD);
  }

  @Test
  void keepsServingWhenTheIndexIsTakenAwayAndFollowsOneRebuiltUnderTheSameName()
      throws IOException {
    index().publish(OLD, STUDY);
    GenerationService service = service();
    Files.move(folder.resolve("index"), folder.resolve("gone"));
    service.refresh();
    assertThat(nameOfCurrent(service)).isEqualTo(OLD);
    StudyFixture other = study("NCT00000002");
    index().publish(OLD, other);
    service.refresh();
    assertThat(service.withCurrent(OpenGeneration::findExample)).hasValue(new NctId(2));
  }

  @Test
  void aNameThatIsNoGenerationIsRefused() throws IOException {
    index().publish(OLD, STUDY);
    GenerationService service = service();
    index().makeCurrent("../../etc");
    service.refresh();
    assertThat(events).singleElement().asString().contains("names no generation: '../../etc'");
    assertThat(nameOfCurrent(service)).isEqualTo(OLD);
  }

  @Test
  void doesNotOpenAnythingAfterItWasClosed() throws IOException {
    index().publish(OLD, STUDY);
    GenerationService service = service();
    service.close();
    service.refresh();
    assertThat(service.findCurrent()).isEmpty();
  }

  private PublishedIndex index() {
    return new PublishedIndex(folder.resolve("index"));
  }

  private GenerationService service() throws IOException {
    return open(NEVER, List.of());
  }

  private GenerationService keeping(Duration kept) throws IOException {
    return listened(
        GenerationService.open(index().directory(), NEVER, kept, SEARCH_LIMIT, List.of()));
  }

  private GenerationService open(Duration interval, List<WarmUp> warmUps) throws IOException {
    return listened(
        GenerationService.open(
            index().directory(), interval, Duration.ZERO, SEARCH_LIMIT, warmUps));
  }

  private GenerationService listened(GenerationService service) {
    service.addListener(
        new GenerationListener() {
          @Override
          public void switchedTo(OpenGeneration generation, Duration took) {
            events.add("switched to " + generation.name());
          }

          @Override
          public void refused(String sentence) {
            events.add(sentence);
          }
        });
    services.add(service);
    return service;
  }

  private static String nameOfCurrent(GenerationService service) throws IOException {
    return service.withCurrent(OpenGeneration::name);
  }

  /** Files below the test's folder that this process has open or mapped. */
  private List<String> openPaths() throws IOException {
    List<String> paths = new ArrayList<>();
    try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
      handles.flatMap(handle -> target(handle).stream()).forEach(paths::add);
    }
    for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
      paths.add(line);
    }
    return paths.stream().filter(path -> path.contains(folder.toString())).toList();
  }

  private static Optional<String> target(Path handle) {
    try {
      return Optional.of(Files.readSymbolicLink(handle).toString());
    } catch (IOException e) {
      return Optional.empty(); // closed since it was listed
    }
  }
}
