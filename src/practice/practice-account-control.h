/* What tests and the demo can see of the practice Brightpearl account.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "practice-brightpearl.h"

G_BEGIN_DECLS

/* Answers with everything of a kind: an array. */
void practice_account_control_list (PracticeWorld *world, const char *kind, PracticeAnswer *answer);
/* Ships one order that is fully allocated, if there is any, as the demo's staff do. */
void practice_account_ship_one (PracticeWorld *world);

G_END_DECLS
