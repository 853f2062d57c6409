/* What decide-functions say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-step.h"

G_BEGIN_DECLS

/**
 * BrightDecisionKind:
 * @BRIGHT_DECISION_SETTLED: nothing is to be done now; the verdict says why
 * @BRIGHT_DECISION_STEP: one step is to be done, then decide again
 * @BRIGHT_DECISION_NEED: something must be read first, then decide again
 * @BRIGHT_DECISION_WAIT: another subject must get further first, then decide again
 * @BRIGHT_DECISION_ADOPT: a part has its sales order already, then decide again
 * @BRIGHT_DECISION_ACCEPT: the sales orders now match the store's content, then decide again
 * @BRIGHT_DECISION_RESERVED: a part's reservation is known, then decide again
 * @BRIGHT_DECISION_LEARN: @learn changes what is kept about the order, then decide again
 */
typedef enum
{
  BRIGHT_DECISION_SETTLED,
  BRIGHT_DECISION_STEP,
  BRIGHT_DECISION_NEED,
  BRIGHT_DECISION_WAIT,
  BRIGHT_DECISION_ADOPT,
  BRIGHT_DECISION_ACCEPT,
  BRIGHT_DECISION_RESERVED,
  BRIGHT_DECISION_LEARN,
} BrightDecisionKind;

/**
 * BrightNeed:
 * @BRIGHT_NEED_MIRRORS: mirrors as fresh as the decision's levels say
 * @BRIGHT_NEED_SALES_ORDERS: the sales orders of the parts that are stale
 * @BRIGHT_NEED_RESERVATION: what is reserved for a part, row by row
 * @BRIGHT_NEED_CONTACT: the contact in full, with its address and telephone
 * @BRIGHT_NEED_FACT: a fact about the order: see bright-order-facts.h
 *
 * What must be read before it can be decided.
 */
typedef enum
{
  BRIGHT_NEED_MIRRORS,
  BRIGHT_NEED_SALES_ORDERS,
  BRIGHT_NEED_RESERVATION,
  BRIGHT_NEED_CONTACT,
  BRIGHT_NEED_FACT,
} BrightNeed;

/**
 * BrightFreshness:
 * @BRIGHT_FRESHNESS_NONE: not there
 * @BRIGHT_FRESHNESS_ADDED: what was added since is known
 * @BRIGHT_FRESHNESS_REVIEWED: what could not be told apart was read again
 * @BRIGHT_FRESHNESS_SEARCHED: what was changed since is known
 * @BRIGHT_FRESHNESS_KNOWN: what was learned before is there
 * @BRIGHT_FRESHNESS_ALL: what proves that something does not exist
 *
 * How fresh a mirror is in this sync; bits.
 */
typedef enum
{
  BRIGHT_FRESHNESS_NONE = 0,
  BRIGHT_FRESHNESS_ADDED = 1 << 0,
  BRIGHT_FRESHNESS_REVIEWED = 1 << 1,
  BRIGHT_FRESHNESS_SEARCHED = 1 << 2,
  BRIGHT_FRESHNESS_KNOWN = 1 << 3,
  BRIGHT_FRESHNESS_ALL = (1 << 0) | (1 << 2) | (1 << 3),
} BrightFreshness;

/**
 * BrightVerdict:
 * @state: linked, filtered, held, waiting, changed, cancelled, ignored
 * @code: (nullable): an attention code or a reason
 * @setting: (nullable): the dotted key of the setting that decided
 * @message: (owned) (nullable): one sentence
 * @attention: whether a person is needed
 * @retry_at: seconds since 1970 at which it is to be decided again; 0 for never by itself
 *
 * Why nothing is to be done now.
 */
typedef struct
{
  const char *state;
  const char *code;
  const char *setting;
  char *message;
  gboolean attention;
  gint64 retry_at;
} BrightVerdict;

struct _BrightDecision;

/* Changes what is kept about an order (a BrightOrderLink) by a decision and its case (a
 * BrightOrderCase). */
typedef void (*BrightLearnFunc) (gpointer link,
                                 gconstpointer order_case,
                                 const struct _BrightDecision *decision);

/**
 * BrightDecision:
 * @kind: what is to be done
 * @verdict: for %BRIGHT_DECISION_SETTLED
 * @step: (owned) (nullable): for %BRIGHT_DECISION_STEP
 * @need: for %BRIGHT_DECISION_NEED
 * @levels: for %BRIGHT_NEED_MIRRORS: how fresh contacts, products and sales orders must be
 * @part: which part of the order it concerns
 * @n_parts: how many parts the order has, where that is not known yet; else 0
 * @id: the sales order to adopt, or the contact to read
 * @waits_for: (owned) (nullable): for %BRIGHT_DECISION_WAIT: the other subject
 * @fact: for %BRIGHT_NEED_FACT: which one
 * @learn: for %BRIGHT_DECISION_LEARN: what changes, e.g. which values are agreed on
 * @key: (owned) (nullable): for %BRIGHT_DECISION_LEARN: what it is about, where there are several
 * @learned: (owned) (nullable): one sentence for the timeline about it
 * @reservation: for %BRIGHT_DECISION_RESERVED: full, part, none or not-needed
 *
 * What is to be done next with a subject.
 */
typedef struct _BrightDecision
{
  BrightDecisionKind kind;
  BrightVerdict verdict;
  BrightStep *step;
  BrightNeed need;
  BrightFreshness levels[3];
  guint part;
  guint n_parts;
  gint64 id;
  char *waits_for;
  const char *reservation;
  guint fact;
  BrightLearnFunc learn;
  char *key;
  char *learned;
} BrightDecision;

BrightDecision *bright_decision_new (BrightDecisionKind kind);
/* Takes @message. */
BrightDecision *bright_decision_settle (const char *state,
                                        const char *code,
                                        const char *setting,
                                        char *message);
/* As above, and a person is needed. */
BrightDecision *bright_decision_hold (const char *code, const char *setting, char *message);
BrightDecision *bright_decision_need (BrightNeed need);
/* Takes @step. */
BrightDecision *bright_decision_step (BrightStep *step);
void bright_decision_free (BrightDecision *decision);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightDecision, bright_decision_free)

G_END_DECLS
