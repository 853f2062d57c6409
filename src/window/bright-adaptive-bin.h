/* A bin that tells when its content should be laid out for a narrow window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property `narrow` (boolean, read-only, with notification): whether what is
 * measured has no room. It changes after the frame in which that came out, and
 * meanwhile the content is cut off rather than the window kept from shrinking.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_ADAPTIVE_BIN (bright_adaptive_bin_get_type ())
G_DECLARE_FINAL_TYPE (BrightAdaptiveBin, bright_adaptive_bin, BRIGHT, ADAPTIVE_BIN, AdwBin)

/**
 * bright_adaptive_bin_set_measured:
 * @self: the bin
 * @measured: a widget inside it, whose natural width while it is not laid out for a narrow window
 *   is what the bin should have at least
 */
void bright_adaptive_bin_set_measured (BrightAdaptiveBin *self, GtkWidget *measured);

/**
 * bright_adaptive_bin_is_narrow:
 * @self: the bin
 *
 * Returns: whether its content should be laid out for a narrow window
 */
gboolean bright_adaptive_bin_is_narrow (BrightAdaptiveBin *self);

G_END_DECLS
