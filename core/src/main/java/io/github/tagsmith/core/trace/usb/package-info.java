/**
 * USB transfers as capture files hold them: four link types, one form.
 */
@NullMarked
package io.github.tagsmith.core.trace.usb;

import org.jspecify.annotations.NullMarked;
