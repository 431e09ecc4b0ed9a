/** Small indexes on disk for the server's tests. */
@NullMarked
package org.studyatlas.testing;

import org.jspecify.annotations.NullMarked;
