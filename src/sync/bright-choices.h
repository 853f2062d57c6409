/* What the settings offer to choose from: statuses, warehouses, methods ...
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reference data of both platforms as list models that drop-downs show. It
 * is read from the journal, and from the platforms when it is a day old or a
 * person asks. Belongs to the main thread; reading it sends GETs only.
 *
 * Kinds of Brightpearl: order-status, channel, warehouse, lead-source, project,
 * price-list, tax-code, nominal-code, currency, payment-method, shipping-method,
 * custom-field. Kinds of BigCommerce: order-status, payment-method,
 * shipping-method, channel, currency, location.
 *
 * Properties (read-only, with notification): `read-at` (int64: seconds since
 * 1970 when it was read from the platforms, 0 for never).
 */
#pragma once

#include "bright-step.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BrightChoice:
 *
 * One thing to choose. Never changes. Read-only properties: `id` (int64),
 * `code`, `name`, `detail` (strings, never %NULL), `inactive` (boolean).
 */
#define BRIGHT_TYPE_CHOICE (bright_choice_get_type ())
G_DECLARE_FINAL_TYPE (BrightChoice, bright_choice, BRIGHT, CHOICE, GObject)

/**
 * bright_choice_new:
 * @id: its number on the platform; 0 where it has none
 * @code: its code on the platform; "" where it has none
 * @name: what people call it there
 * @detail: rate of a tax code, system label of a status, currencies of bank accounts ...; or ""
 * @inactive: whether it is switched off there
 *
 * Returns: (transfer full): a choice
 */
BrightChoice *bright_choice_new (gint64 id,
                                 const char *code,
                                 const char *name,
                                 const char *detail,
                                 gboolean inactive);

gint64 bright_choice_get_id (BrightChoice *self);
const char *bright_choice_get_code (BrightChoice *self);
const char *bright_choice_get_name (BrightChoice *self);
const char *bright_choice_get_detail (BrightChoice *self);
gboolean bright_choice_get_inactive (BrightChoice *self);

#define BRIGHT_TYPE_CHOICES (bright_choices_get_type ())
G_DECLARE_FINAL_TYPE (BrightChoices, bright_choices, BRIGHT, CHOICES, GObject)

/**
 * bright_choices_new:
 *
 * Returns: (transfer full): choices that have nothing yet, for tests too
 */
BrightChoices *bright_choices_new (void);

/**
 * bright_choices_get_list:
 * @self: the choices
 * @platform: whose
 * @kind: which, as above
 *
 * Returns: (transfer none): a list of #BrightChoice that changes when it is read anew; empty
 *   until then, and for a kind that the platform does not have
 */
GListModel *
bright_choices_get_list (BrightChoices *self, BrightPlatform platform, const char *kind);

/**
 * bright_choices_set_list:
 * @self: the choices
 * @platform: whose
 * @kind: which
 * @items: (element-type BrightChoice): what there is now
 */
void bright_choices_set_list (BrightChoices *self,
                              BrightPlatform platform,
                              const char *kind,
                              GPtrArray *items);

/**
 * bright_choices_find:
 * @self: the choices
 * @platform: whose
 * @kind: which
 * @id: its number, or 0 to look for @code
 * @code: (nullable): its code, compared without case
 *
 * Returns: (transfer none) (nullable): the choice, or %NULL if there is none any more
 */
BrightChoice *bright_choices_find (BrightChoices *self,
                                   BrightPlatform platform,
                                   const char *kind,
                                   gint64 id,
                                   const char *code);

G_END_DECLS
