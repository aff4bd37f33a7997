import { Injectable } from '@nestjs/common';
import { Retention } from '../../platform/database/retention.js';
import { Teammate } from '../model/teammate.js';

/** So many days after a session its hosts and speakers are forgotten as its registrants are. */
@Injectable()
export class EraseTeamAfterRetention {
  constructor(retention: Retention) {
    retention.ofEach(Teammate,
      `select teammate.id from scheduling.teammate join scheduling.session on session.id = teammate.session_id
        where teammate.erased_at is null and session.status <> 'live'
          and coalesce(session.ended_at, session.starts_at + make_interval(mins => session.duration_minutes + 60)) < now() - make_interval(days => ?)
        limit ? for update of teammate skip locked`);
  }
}
