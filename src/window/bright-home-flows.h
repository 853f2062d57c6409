/* The rows of Home about flows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-insight.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRIGHT_TYPE_HOME_FLOWS (bright_home_flows_get_type ())
G_DECLARE_FINAL_TYPE (BrightHomeFlows, bright_home_flows, BRIGHT, HOME_FLOWS, AdwPreferencesGroup)

/**
 * bright_home_flows_set_service:
 * @self: the rows, which have no service yet
 * @service: the opened service to show
 */
void bright_home_flows_set_service (BrightHomeFlows *self, BrightSyncService *service);

/**
 * bright_home_flows_show:
 * @self: the rows, with a service
 * @now: seconds since 1970
 *
 * Shows how the flows are. Pausing is done by the actions `home.pause` (a group and a span) and
 * `home.resume` (a group).
 */
void bright_home_flows_show (BrightHomeFlows *self, gint64 now);

/**
 * bright_home_flow_words:
 * @health: how a flow stands
 * @next_run: when the next sync is; 0 for not planned
 * @now: seconds since 1970
 *
 * Returns: (transfer full): the same in words
 */
char *bright_home_flow_words (const BrightFlowHealth *health, gint64 next_run, gint64 now);

G_END_DECLS
