/* What the journal knows, saved as a file that a person chooses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-export.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bright_export_dialog_show:
 * @from: a widget inside an AdwToastOverlay, which tells how it went
 * @service: the service, opened
 * @what: what is exported
 *
 * Asks for a file and writes it: as JSON if its name ends so, else as CSV. The
 * file is replaced as a whole once everything is written.
 */
void bright_export_dialog_show (GtkWidget *from, BrightSyncService *service, BrightExport what);

/**
 * bright_export_dialog_save:
 * @from: a widget inside an AdwToastOverlay, which tells how it went
 * @service: the service, opened
 * @what: what is exported
 * @file: the file
 *
 * Does what is left once the file is chosen.
 */
void bright_export_dialog_save (GtkWidget *from,
                                BrightSyncService *service,
                                BrightExport what,
                                GFile *file);

G_END_DECLS
