/* Steps, intents, subjects and activity: what decide says and the journal keeps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A subject is a thing that is kept in step, named as people name it ("order
 * 1042"). A step is one request that would bring it further, as a plain value.
 * An intent is a step that was about to be sent, with what became of it.
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/**
 * BrightPlatform:
 * @BRIGHT_PLATFORM_BIGCOMMERCE: the store
 * @BRIGHT_PLATFORM_BRIGHTPEARL: the back office
 */
typedef enum
{
  BRIGHT_PLATFORM_BIGCOMMERCE,
  BRIGHT_PLATFORM_BRIGHTPEARL,
} BrightPlatform;

#define BRIGHT_N_PLATFORMS 2

/**
 * bright_platform_name:
 * @platform: a platform
 *
 * Returns: (transfer none): `bigcommerce` or `brightpearl`
 */
const char *bright_platform_name (BrightPlatform platform);

/**
 * BrightStep:
 * @subject: the subject that it brings further, e.g. `order 1042`
 * @flow: orders, customers, statuses, notes, shipments, payments, refunds or stock
 * @platform: `bigcommerce` or `brightpearl`
 * @kind: what the request does, e.g. `create-sales-order`; steps of one kind may travel together
 * @verb: the verb of a plan: create, update, adopt, reserve, ...; "" for a step that only reads
 * @summary: one sentence for the plan
 * @before: what stands there now, for the plan
 * @after: what would stand there, for the plan
 * @method: the HTTP method
 * @path: the path after the platform's prefix
 * @body: JSON text; "" for none
 * @version: what `If-Match` must carry; 0 for none
 * @key: by what it can be found out later whether it happened
 *
 * One request as a plain value.
 */
typedef struct
{
  char *subject;
  char *flow;
  char *platform;
  char *kind;
  char *verb;
  char *summary;
  char *before;
  char *after;
  char *method;
  char *path;
  char *body;
  gint64 version;
  char *key;
} BrightStep;

BRIGHT_DECLARE_RECORD (BrightStep, bright_step)

/**
 * BrightIntent:
 * @id: its number in the journal
 * @subject: as in the step
 * @platform: as in the step
 * @kind: as in the step
 * @key: as in the step
 * @method: as in the step
 * @path: as in the step
 * @body: as in the step
 * @outcome: sent (no answer yet), done, refused, or unknown
 * @detail: the id that was made, or why it was refused
 * @sent_at: seconds since 1970
 * @settled_at: seconds since 1970; 0 while it is sent or unknown
 *
 * A write that was about to be sent, and what became of it.
 */
typedef struct
{
  gint64 id;
  char *subject;
  char *platform;
  char *kind;
  char *key;
  char *method;
  char *path;
  char *body;
  char *outcome;
  char *detail;
  gint64 sent_at;
  gint64 settled_at;
} BrightIntent;

BRIGHT_DECLARE_RECORD (BrightIntent, bright_intent)

/**
 * BrightSubject:
 * @subject: its name, e.g. `order 1042`
 * @number: the number in it, for sorting and searching; 0 for none
 * @flow: the flow it belongs to
 * @state: linked, filtered, held, waiting, changed, cancelled, ignored; "" while undecided
 * @code: the attention code or the reason, e.g. `product-missing`
 * @setting: the dotted key of the setting that decided, e.g. `orders.guest-orders`
 * @message: one sentence about why it is where it is
 * @attention: whether a person is needed
 * @title: the customer's name
 * @email: the customer's e-mail
 * @currency: ISO 4217
 * @amount: the order's total
 * @placed_at: seconds since 1970, when the shopper ordered
 * @changed_at: seconds since 1970, when the state last changed
 * @retry_at: seconds since 1970, when it is to be decided again; 0 for never by itself
 * @attempts: how often it was tried since it last got further
 * @link: what the flow itself keeps, as JSON text
 *
 * Where a subject is, and why.
 */
typedef struct
{
  char *subject;
  gint64 number;
  char *flow;
  char *state;
  char *code;
  char *setting;
  char *message;
  gboolean attention;
  char *title;
  char *email;
  char *currency;
  BrightMoney amount;
  gint64 placed_at;
  gint64 changed_at;
  gint64 retry_at;
  gint64 attempts;
  char *link;
} BrightSubject;

BRIGHT_DECLARE_RECORD (BrightSubject, bright_subject)

/**
 * BrightActivity:
 * @id: its number in the journal, growing
 * @subject: whom it concerns
 * @time: seconds since 1970
 * @what: one sentence
 * @detail: what stands behind it, e.g. a platform's own words; may be ""
 *
 * One entry of a timeline.
 */
typedef struct
{
  gint64 id;
  char *subject;
  gint64 time;
  char *what;
  char *detail;
} BrightActivity;

BRIGHT_DECLARE_RECORD (BrightActivity, bright_activity)

G_END_DECLS
