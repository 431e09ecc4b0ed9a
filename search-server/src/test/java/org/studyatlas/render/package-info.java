/** Tests of the response bodies. */
@NullMarked
package org.studyatlas.render;

import org.jspecify.annotations.NullMarked;
