package org.studyatlas.search;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.IndexDirectory;

/**
 * Keeps the generation in service open and follows what is published.
 *
 * <p>The first one serves at once and is warmed meanwhile, since there is none to serve instead. A
 * new generation is opened and warmed while the old one serves; then all new requests get the new
 * one. Requests under way finish on the old one. It is kept open for a while after, for the cursors
 * that it gave out, and closed with its last lease. A new generation that cannot be served changes
 * nothing but one line to the listeners.
 *
 * <p>Looking for a new generation costs two small reads of the file system. Safe for use by many
 * threads; taking a lease is lock-free.
 */
public final class GenerationService implements Closeable {

  /** A copy of an index that is not complete yet looks damaged, and then changes by nothing. */
  private static final Duration SECOND_TRY_AFTER = Duration.ofMinutes(1);

  private final IndexDirectory directory;
  private final Duration searchLimit;
  private final List<WarmUp> warmUps;
  private final List<GenerationListener> listeners = new CopyOnWriteArrayList<>();
  private final Set<OpenGeneration> open = ConcurrentHashMap.newKeySet();
  private final StreamMemory streams = StreamMemory.ofHeap();

  private volatile @Nullable OpenGeneration current;
  private @Nullable PublishedGeneration published;
  private @Nullable PublishedGeneration refused;
  private long refusedAtNanos;
  private @Nullable String lastRefusal;
  private @Nullable CurrentWatch watch;
  private final RetiredGenerations retired;
  private boolean listening;
  private boolean closed;

  private GenerationService(
      IndexDirectory directory, Duration kept, Duration searchLimit, List<WarmUp> warmUps) {
    this.directory = directory;
    this.searchLimit = searchLimit;
    this.retired = new RetiredGenerations(kept);
    this.warmUps = List.copyOf(warmUps);
  }

  /**
   * Opens the generation in service, if one is published, and looks for a new one from then on.
   *
   * @param directory the index directory; it need not exist yet
   * @param interval between two looks at {@code CURRENT}
   * @param kept how long a replaced generation answers its cursors; zero for no longer than the
   *     requests under way
   * @param searchLimit time that one search may take before it is ended
   * @param warmUps run on every generation before it serves, on the first one by {@link #warm()}
   * @throws UnusableIndexException if a generation is published that cannot be served
   */
  public static GenerationService open(
      IndexDirectory directory,
      Duration interval,
      Duration kept,
      Duration searchLimit,
      List<WarmUp> warmUps)
      throws UnusableIndexException {
    GenerationService service = new GenerationService(directory, kept, searchLimit, warmUps);
    service.follow();
    service.watch = CurrentWatch.start(interval, service::refresh);
    return service;
  }

  /**
   * Warms the first generation beside its first requests: the one in service, or else the one that
   * comes. To be called when the server listens: before, it would delay that.
   */
  public synchronized void warm() {
    listening = true;
    findCurrent().ifPresent(this::warm);
  }

  /** Adds a listener; it hears of the next event first. */
  public void addListener(GenerationListener listener) {
    listeners.add(listener);
  }

  /**
   * Takes the generation in service.
   *
   * @throws NoGenerationException if none has been published yet
   */
  public Lease acquire() {
    return findCurrent().orElseThrow(() -> new NoGenerationException(absence()));
  }

  /** Takes the generation of that name, if it is open. */
  public Optional<Lease> acquire(String name) {
    for (OpenGeneration generation : open) {
      if (generation.name().equals(name) && generation.tryHold()) {
        return Optional.of(lease(generation));
      }
    }
    return Optional.empty();
  }

  /**
   * Takes the generation that gave out a cursor, if it is still open, else the one in service.
   *
   * @param cursor of a page, or null for a first page
   * @throws NoGenerationException if none has been published yet
   */
  public Lease acquireFor(@Nullable String cursor) {
    if (cursor != null) {
      for (OpenGeneration generation : open) {
        if (generation.searcher().issued(cursor) && generation.tryHold()) {
          return lease(generation);
        }
      }
    }
    return acquire();
  }

  /** Takes the generation in service, or empty if none has been published yet. */
  public Optional<Lease> findCurrent() {
    OpenGeneration generation = current;
    // Holding fails only in the moment of a switch: the last holder has gone, a newer one serves.
    while (generation != null && !generation.tryHold()) {
      generation = current;
    }
    return Optional.ofNullable(generation).map(this::lease);
  }

  /**
   * Computes something from the generation in service, which stays open meanwhile.
   *
   * @throws NoGenerationException if none has been published yet
   */
  public <T extends @Nullable Object> T withCurrent(GenerationFunction<T> function)
      throws IOException {
    try (Lease lease = acquire()) {
      return function.apply(lease.generation());
    }
  }

  /** Why there is no generation, in one line. */
  public String absence() {
    return "no index in %s yet; 'studyatlas build' makes one"
        .formatted(directory.path().toAbsolutePath().normalize());
  }

  /** Number of open generations: the one in service and replaced ones kept or still used. */
  public int openGenerations() {
    return open.size();
  }

  /** Bytes of heap that open streams hold together, see {@link Lease#hold}. */
  public long streamBytes() {
    return streams.held();
  }

  /**
   * Looks for a new generation now and switches to it; a refusal goes to the listeners. Lets go of
   * replaced generations whose time is over.
   */
  public synchronized void refresh() {
    retired.takeExpired(System.nanoTime()).forEach(this::release);
    try {
      follow();
    } catch (UnusableIndexException e) {
      refuse(String.valueOf(e.getMessage()));
    }
  }

  private synchronized void follow() throws UnusableIndexException {
    if (closed) {
      return;
    }
    Optional<PublishedGeneration> found;
    try {
      found = PublishedGeneration.find(directory);
    } catch (IOException e) {
      throw UnusableIndexException.ofCurrent(e);
    }
    if (found.isEmpty() || found.get().equals(published)) {
      refused = null;
      lastRefusal = null;
    } else if (!wasRefused(found.get())) {
      switchTo(found.get());
    }
  }

  /** A damaged generation costs its opening; it is tried again when it changes, or now and then. */
  private boolean wasRefused(PublishedGeneration next) {
    return next.equals(refused) && System.nanoTime() - refusedAtNanos < SECOND_TRY_AFTER.toNanos();
  }

  private void switchTo(PublishedGeneration next) throws UnusableIndexException {
    long start = System.nanoTime();
    OpenGeneration generation = open(next);
    OpenGeneration old = current;
    open.add(generation);
    current = generation;
    published = next;
    refused = null;
    lastRefusal = null;
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    listeners.forEach(listener -> listener.switchedTo(generation, took));
    if (old == null && listening) {
      warm();
    }
    if (old != null) {
      retired.add(old, System.nanoTime());
      retired.takeExpired(System.nanoTime()).forEach(this::release);
    }
  }

  /** The lease ends with it. */
  private void warm(Lease lease) {
    Thread.ofPlatform()
        .daemon()
        .name("warm-up")
        .start(
            () -> {
              try (lease) {
                for (WarmUp warmUp : warmUps) {
                  warmUp.run(lease.generation());
                }
              } catch (IOException | RuntimeException e) {
                refuse(
                    "generation %s could not be warmed up: %s"
                        .formatted(lease.generation().name(), e));
              }
            });
  }

  private OpenGeneration open(PublishedGeneration next) throws UnusableIndexException {
    try {
      return next.open(current == null ? List.of() : warmUps, searchLimit);
    } catch (UnusableIndexException e) {
      refused = next;
      refusedAtNanos = System.nanoTime();
      throw e;
    }
  }

  private Lease lease(OpenGeneration held) {
    return new Lease(held, streams, this::release);
  }

  private void release(OpenGeneration generation) {
    if (!generation.releaseLast()) {
      return;
    }
    open.remove(generation);
    try {
      generation.closeFiles();
    } catch (IOException e) {
      String sentence = "generation %s could not be closed: %s".formatted(generation.name(), e);
      listeners.forEach(listener -> listener.refused(sentence));
    }
  }

  private synchronized void refuse(String sentence) {
    if (!sentence.equals(lastRefusal)) {
      lastRefusal = sentence;
      listeners.forEach(listener -> listener.refused(sentence));
    }
  }

  /** Stops looking and lets go of the generation; leases that are out keep theirs open. */
  @Override
  public synchronized void close() {
    closed = true;
    if (watch != null) {
      watch.close();
    }
    retired.takeAll().forEach(this::release);
    OpenGeneration last = current;
    current = null;
    if (last != null) {
      release(last);
    }
  }
}
