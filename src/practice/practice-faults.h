/* What goes wrong between the platforms and whoever asks them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Faults are drawn from a generator of their own, so that a seed gives the same
 * run whatever else happens.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PRACTICE_FAULT_NONE,
  PRACTICE_FAULT_THROTTLE,    /* refused for too many requests */
  PRACTICE_FAULT_ERROR,       /* the platform's own error, nothing done */
  PRACTICE_FAULT_UNAVAILABLE, /* 502, 503 or 504, nothing done */
  PRACTICE_FAULT_HTML,        /* a page of the gateway, nothing done */
  PRACTICE_FAULT_RESET,       /* the connection ends, nothing done */
  PRACTICE_FAULT_LOST,        /* done, then the connection ends */
  PRACTICE_FAULT_TRUNCATE,    /* done, then half of the answer */
  PRACTICE_FAULT_SLOW,        /* done, and answered late */
  PRACTICE_N_FAULTS,
} PracticeFault;

typedef struct _PracticeFaults PracticeFaults;

PracticeFaults *practice_faults_new (guint32 seed);
void practice_faults_free (PracticeFaults *faults);
/* Takes `kind=probability,…` with `seed=N`, `limit=N` and `on=TEXT`, which spares requests that do
 * not have TEXT in their path or body; "" for none. FALSE if it makes no sense, and the faults stay
 * as they were. */
gboolean practice_faults_set (PracticeFaults *faults, const char *specification);
/* What goes wrong with the next request, whose body need not end with a zero. */
PracticeFault
practice_faults_draw (PracticeFaults *faults, const char *path, const char *body, gsize length);
/* A number from @low to below @high, from the same generator. */
int practice_faults_roll (PracticeFaults *faults, int low, int high);

G_END_DECLS
