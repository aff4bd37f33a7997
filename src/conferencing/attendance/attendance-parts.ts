import { AttendanceController } from './attendance.controller.js';
import { AttendanceOfSessionHandler } from './attendance-of-session.js';
import { Stays } from './stays.js';

/** Everything that attendance consists of, for the module. */
export const attendanceParts = [AttendanceOfSessionHandler, Stays];

export const attendanceControllers = [AttendanceController];
