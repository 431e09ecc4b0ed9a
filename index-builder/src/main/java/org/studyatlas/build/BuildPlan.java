package org.studyatlas.build;

import java.nio.file.Path;

/**
 * What a build is going to do and what it has to do it with.
 *
 * @param sourceName names of what is read
 * @param sourceBytes size of the source, or -1 if not known
 * @param expectedRecords in the source, or -1 if not known
 * @param indexDir the index directory
 * @param inService name of the generation in service, or empty
 * @param freeBytes that the disk of the index directory has left
 * @param neededBytes that the new generation is expected to need while it is built, or -1 if not
 *     known
 * @param heapBytes largest size of the heap
 * @param threads that read, map and index
 * @param ramBufferMb that Lucene fills before it writes a segment
 */
public record BuildPlan(
    String sourceName,
    long sourceBytes,
    long expectedRecords,
    Path indexDir,
    String inService,
    long freeBytes,
    long neededBytes,
    long heapBytes,
    int threads,
    int ramBufferMb) {}
