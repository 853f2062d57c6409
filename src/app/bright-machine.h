/* Fits the clock of a sync service to the machine: network, power, sleep.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

G_BEGIN_DECLS

#define BRIGHT_TYPE_MACHINE (bright_machine_get_type ())
G_DECLARE_FINAL_TYPE (BrightMachine, bright_machine, BRIGHT, MACHINE, GObject)

/**
 * bright_machine_new:
 * @service: whose clock is fitted
 *
 * A metered network and a machine that saves power make syncs rarer; a network that comes back,
 * and waking up, bring one soon. Where nothing tells of these, nothing changes.
 *
 * Returns: (transfer full): a watcher, until it is freed
 */
BrightMachine *bright_machine_new (BrightSyncService *service);

G_END_DECLS
