/* Notifies a person of what a sync service came upon.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_NOTIFIER (bright_notifier_get_type ())
G_DECLARE_FINAL_TYPE (BrightNotifier, bright_notifier, BRIGHT, NOTIFIER, GObject)

/**
 * bright_notifier_new:
 * @application: (unowned): sends the notifications; must outlive the notifier
 * @settings: (nullable): the application's GSettings, for the level
 * @service: the service, opened and not started yet, so that what it knows already is no news
 *
 * Returns: (transfer full): a notifier
 */
BrightNotifier *
bright_notifier_new (GApplication *application, GSettings *settings, BrightSyncService *service);

/* Asks nothing any more. */
void bright_notifier_stop (BrightNotifier *self);

G_END_DECLS
