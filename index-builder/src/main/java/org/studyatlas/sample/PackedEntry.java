package org.studyatlas.sample;

/**
 * An entry of a zip, already compressed.
 *
 * @param name its name, ASCII
 * @param bytes the raw deflate stream
 * @param size length before compression
 * @param crc CRC-32 of what was compressed
 */
record PackedEntry(String name, byte[] bytes, int size, int crc) {}
